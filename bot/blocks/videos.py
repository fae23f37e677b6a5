"""The question to somebody who shared a video and has a picture to take: was that it?"""

from bot.blocks import kit
from bot.blocks.plan_phrases import strong, title
from bot.blocks.saying import moment
from bot.blocks.step_phrases import button
from bot.blocks.surfaces import Message, message
from bot.commands.vocabulary import FinishStep
from bot.domain.outcomes.photos import VideoShared

_LEFT = "Thank you for the video. I look after still pictures only, so it stays where it is."
_CARE = "Before it goes out, please be sure that no patient can be seen or heard in it. Only you see this message."


def draw_video_shared(outcome: VideoShared) -> Message:
    """Ask for each picture that somebody has to take whether the video was that, with one click to say so."""
    posts = [(step, post, moment(post.publish_at, outcome.zone)) for step, post in outcome.pictures]
    if len(posts) == 1:
        step, post, at = posts[0]
        asked = f"{_LEFT} Was it the photo for {strong(post)}, {at}?"
        told = f"{_LEFT} Was it the photo for {title(post)}, {at}?"
        blocks: list[kit.Block] = [
            kit.SectionBlock(asked),
            kit.ActionsBlock([button("Yes, that's it", FinishStep(step.id or 0))]),
        ]
    else:
        told = f"{_LEFT} Was it the photo for one of these?"
        blocks = [kit.SectionBlock(told)]
        blocks += [
            kit.SectionBlock(
                f"{strong(post)}, {at}",
                accessory=button("Yes, this one", FinishStep(step.id or 0), apart=f"video-{step.id}"),
            )
            for step, post, at in posts
        ]
    return message(told, [*blocks, kit.ContextBlock([kit.Text(_CARE)])])
