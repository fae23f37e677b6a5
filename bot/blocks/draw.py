"""Every outcome and what draws it: one half of the program's table of contents, `handlers.carry_out` is the other."""

from typing import assert_never

from bot.blocks import (
    accounts,
    ads,
    approvals,
    asked,
    away,
    cadence,
    calendars,
    check_up,
    checks,
    comments,
    copying,
    decisions,
    digest,
    digest_details,
    duties,
    edit_form,
    effort,
    events,
    figures,
    file_forms,
    file_preview,
    files,
    goals,
    home,
    ideas,
    lead_card,
    lead_forms,
    lead_web,
    leads,
    learning,
    lines,
    looked_over,
    mine,
    money,
    month,
    nudges,
    offers,
    photo_list,
    photo_troubles,
    photos,
    place_form,
    plan,
    playbooks,
    post_card,
    post_form,
    posts,
    questions,
    reminders,
    repeating,
    setup,
    setup_form,
    sheets,
    shifting,
    spans,
    stall,
    strategy,
    substitutes,
    templates,
    thanks,
    videos,
    words_form,
    worth,
)
from bot.blocks import (
    help as helping,
)
from bot.blocks.surfaces import Drawn
from bot.domain import outcomes as o
from bot.domain.versions import Part


def draw(outcome: o.Outcome) -> Drawn:  # noqa: C901, PLR0912, PLR0915 - one line for each outcome
    """Draw an outcome for the surface it appears on; what is drawn most often comes first."""
    match outcome:
        case o.PostAdded():
            return posts.draw_post_added(outcome)
        case o.HomeShown():
            return home.draw_home_shown(outcome)
        case o.MineShown():
            return mine.draw_mine_shown(outcome)
        case o.PostFormOpened():
            return post_form.draw_post_form_opened(outcome)
        case o.PostGone():
            return posts.draw_post_gone(outcome)
        case o.PostMarked():
            return posts.draw_post_marked(outcome)
        case o.PostRemoved():
            return posts.draw_post_removed(outcome)
        case o.PostedFormOpened():
            return post_form.draw_posted_form_opened(outcome)
        case o.WeekAnnounced():
            return plan.draw_week_announced(outcome)
        case o.WeekShown():
            return plan.draw_week_shown(outcome)
        case o.WelcomeShown():
            return home.draw_welcome_shown(outcome)
        case o.ApprovalDecided():
            return approvals.draw_approval_decided(outcome)
        case o.ApprovalNews():
            return approvals.draw_approval_news(outcome)
        case o.ApprovalSeen():
            return approvals.draw_approval_seen(outcome)
        case o.DecisionFormOpened():
            return approvals.draw_decision_form_opened(outcome)
        case o.AdsShown():
            return ads.draw_ads_shown(outcome)
        case o.AttachFormOpened():
            return photos.draw_attach_form(outcome)
        case o.CadenceFormOpened():
            return cadence.draw_cadence_form_opened(outcome)
        case o.CadencePreviewed():
            return cadence.draw_cadence_previewed(outcome)
        case o.CadenceSet():
            return cadence.draw_cadence_set(outcome)
        case o.CadenceShown():
            return cadence.draw_cadence_shown(outcome)
        case o.calendars.CalendarsShown():
            return calendars.draw_calendars_shown(outcome)
        case o.ChannelJoined():
            return setup.draw_channel_joined(outcome)
        case o.DeclineFormOpened():
            return offers.draw_decline_form_opened(outcome)
        case o.Decided():
            return decisions.draw_decided(outcome)
        case o.DecideFormOpened():
            return decisions.draw_decide_form_opened(outcome)
        case o.DecisionRemoved():
            return decisions.draw_decision_removed(outcome)
        case o.DecisionReviewed():
            return decisions.draw_decision_reviewed(outcome)
        case o.DecisionsShown():
            return decisions.draw_decisions_shown(outcome)
        case o.GoalEnded():
            return goals.draw_goal_ended(outcome)
        case o.GoalFormOpened():
            return goals.draw_goal_form_opened(outcome)
        case o.GoalSet():
            return goals.draw_goal_set(outcome)
        case o.GoalsShown():
            return goals.draw_goals_shown(outcome)
        case o.NoChangeDecided():
            return decisions.draw_no_change_decided(outcome)
        case o.QuarterShown():
            return decisions.draw_quarter_shown(outcome)
        case o.BudgetFormOpened():
            return money.draw_budget_form_opened(outcome)
        case o.BudgetReached():
            return money.draw_budget_reached(outcome)
        case o.BudgetShown():
            return money.draw_budget_shown(outcome)
        case o.SpendingAdded():
            return money.draw_spending_added(outcome)
        case o.SpendingFormOpened():
            return money.draw_spending_form_opened(outcome)
        case o.SpendingRemoved():
            return money.draw_spending_removed(outcome)
        case o.MonthPageShown():
            return worth.draw_month_page_shown(outcome)
        case o.SponsorQuiet():
            return thanks.draw_sponsor_quiet(outcome)
        case o.SponsorTold():
            return thanks.draw_sponsor_told(outcome)
        case o.ThanksHeard():
            return thanks.draw_thanks_heard(outcome)
        case o.WorthShown():
            return worth.draw_worth_shown(outcome)
        case o.DigestShown():
            return digest.draw_digest_shown(outcome)
        case o.DigestDetailed():
            return digest_details.draw_digest_detailed(outcome)
        case o.NetworksCompared():
            return effort.draw_networks_compared(outcome)
        case o.PostsCompared():
            return digest_details.draw_posts_compared(outcome)
        case o.EditFormOpened():
            is_words = outcome.part == Part.WORDS
            return words_form.draw_words_form(outcome) if is_words else edit_form.draw_answers_form(outcome)
        case o.EventAdded():
            return events.draw_event_added(outcome)
        case o.EventFormOpened():
            return events.draw_event_form_opened(outcome)
        case o.EventMoved():
            return events.draw_event_moved(outcome)
        case o.EventShown():
            return events.draw_event_shown(outcome)
        case o.PicturesDone():
            return events.draw_pictures_done(outcome)
        case o.PicturesWanted():
            return events.draw_pictures_wanted(outcome)
        case o.FiguresFormOpened():
            return figures.draw_figures_form_opened(outcome)
        case o.FiguresLogged():
            return figures.draw_figures_logged(outcome)
        case o.FiguresShown():
            return figures.draw_figures_shown(outcome)
        case o.files.FileSeen():
            return file_preview.draw_file_seen(outcome)
        case o.files.FileReadAgain():
            return files.draw_file_read_again(outcome)
        case o.files.FileKnown():
            return files.draw_file_known(outcome)
        case o.files.FileTaken():
            return files.draw_file_taken(outcome)
        case o.files.FileUnderWay():
            return files.draw_file_under_way(outcome)
        case o.files.FileSetAside():
            return files.draw_file_set_aside(outcome)
        case o.files.FileTakenOut():
            return files.draw_file_taken_out(outcome)
        case o.files.FilesShown():
            return files.draw_files_shown(outcome)
        case o.files.PeriodFormOpened():
            return file_forms.draw_period_form_opened(outcome)
        case o.files.ColumnsFormOpened():
            return file_forms.draw_columns_form_opened(outcome)
        case o.files.WeekFormOpened():
            return accounts.draw_week_form_opened(outcome)
        case o.files.WeekLogged():
            return accounts.draw_week_logged(outcome)
        case o.HandOverFormOpened():
            return nudges.draw_hand_over_form_opened(outcome)
        case (
            o.HelpAsked()
            | o.StepFinished()
            | o.StepHandedOver()
            | o.StepSettled()
            | o.StepSnoozed()
            | o.StepTakenOver()
            | o.SubstituteUsed()
        ):
            return nudges.draw_just(outcome)
        case o.HelpFormOpened():
            return nudges.draw_help_form_opened(outcome)
        case o.HelpShown():
            return helping.draw_help_shown(outcome)
        case o.HelpWanted():
            return nudges.draw_help_wanted(outcome)
        case o.ideas.IdeasShown():
            return ideas.draw_ideas_shown(outcome)
        case o.ideas.IdeasAnnounced():
            return ideas.draw_ideas_announced(outcome)
        case o.ideas.IdeaKept():
            return ideas.draw_idea_kept(outcome)
        case o.ideas.IdeaRemoved():
            return ideas.draw_idea_removed(outcome)
        case o.ideas.ReplyTaken() | o.ideas.VoteTaken():
            return ideas.draw_nothing_new(outcome)
        case o.ideas.IdeaNotKept():
            return ideas.draw_idea_not_kept(outcome)
        case o.ideas.IdeaFormOpened():
            return ideas.draw_idea_form_opened(outcome)
        case o.questions.QuestionNoted():
            return questions.draw_question_noted(outcome)
        case o.questions.QuestionTakenBack():
            return questions.draw_question_taken_back(outcome)
        case o.questions.QuestionsShown():
            return questions.draw_questions_shown(outcome)
        case o.questions.QuestionRepeated():
            return questions.draw_question_repeated(outcome)
        case o.comments.AnswerChecked():
            return looked_over.draw_answer_checked(outcome)
        case o.comments.CommentFormOpened():
            return comments.draw_comment_form_opened(outcome)
        case o.comments.CommentShown():
            return comments.draw_comment_shown(outcome)
        case o.comments.CommentSaid():
            return comments.draw_comment_said(outcome)
        case o.comments.CommentRemoved():
            return comments.draw_comment_removed(outcome)
        case o.comments.CommentsShown():
            return comments.draw_comments_shown(outcome)
        case o.comments.CommentsAsked():
            return comments.draw_comments_asked(outcome)
        case o.LeadShown():
            return lead_card.draw_lead_shown(outcome)
        case o.LeadsMerged():
            return lead_card.draw_leads_merged(outcome)
        case o.LeadSettingsOpened():
            return lead_forms.draw_lead_settings_opened(outcome)
        case o.LeadSettingsSet():
            return lead_forms.draw_lead_settings_set(outcome)
        case o.LeadWebShown():
            return lead_web.draw_lead_web_shown(outcome)
        case o.MetaFormOpened():
            return lead_web.draw_meta_form_opened(outcome)
        case o.LeadsAsked():
            return asked.draw_leads_asked(outcome)
        case o.NumbersAsked():
            return asked.draw_numbers_asked(outcome)
        case o.NoneCameSaid():
            return asked.draw_none_came_said(outcome)
        case o.LeadAdded():
            return lead_card.draw_lead_added(outcome)
        case o.LeadFormOpened():
            return lead_forms.draw_lead_form_opened(outcome)
        case o.LeadGone():
            return leads.draw_lead_gone(outcome)
        case o.LeadMoved():
            return leads.draw_lead_moved(outcome)
        case o.LeadOvertaken():
            return leads.draw_lead_overtaken(outcome)
        case o.LeadRemoved():
            return leads.draw_lead_removed(outcome)
        case o.LeadsShown():
            return leads.draw_leads_shown(outcome)
        case o.LessonFormOpened():
            return learning.draw_lesson_form_opened(outcome)
        case o.LessonSeen():
            return learning.draw_lesson_seen(outcome)
        case o.LineAdded():
            return lines.draw_line_added(outcome)
        case o.LineFormOpened():
            return lines.draw_line_form_opened(outcome)
        case o.LostFormOpened():
            return lead_forms.draw_lost_form_opened(outcome)
        case o.MonthShown():
            return month.draw_month_shown(outcome)
        case o.NudgeShown():
            return nudges.draw_nudge_shown(outcome)
        case o.OfferDeclined():
            return offers.draw_offer_declined(outcome)
        case o.OfferSeen():
            return offers.draw_offer_seen(outcome)
        case o.OfferSwapped():
            return offers.draw_offer_swapped(outcome)
        case o.PictureUnusable():
            return photo_troubles.draw_unusable(outcome)
        case o.VideoShared():
            return videos.draw_video_shared(outcome)
        case o.PhotoIgnored() | o.PhotoNoticed():
            return photos.draw_photo_ignored(outcome)
        case o.PhotoSeen():
            return photos.draw_photo_seen(outcome)
        case o.PhotoSetAside():
            return photos.draw_photo_set_aside(outcome)
        case o.PhotosPicked():
            return photos.draw_photos_picked(outcome)
        case o.PhotosShown():
            return photo_list.draw_photos_shown(outcome)
        case o.PictureCame():
            return substitutes.draw_picture_came(outcome)
        case o.StoodIn():
            return substitutes.draw_stood_in(outcome)
        case o.PlaybookShown():
            return playbooks.draw_playbook_shown(outcome)
        case o.MoveFormOpened():
            return shifting.draw_move_form_opened(outcome)
        case o.CopyPreviewed():
            return copying.draw_copy_previewed(outcome)
        case o.MonthCopied():
            return copying.draw_month_copied(outcome)
        case o.CopyUndone():
            return copying.draw_copy_undone(outcome)
        case o.PlanChecked():
            return checks.draw_plan_checked(outcome)
        case o.PlaceFormOpened():
            return place_form.draw_place_form_opened(outcome)
        case o.PlaceShifted():
            return shifting.draw_place_shifted(outcome)
        case o.sheets.PlanExported():
            return sheets.draw_plan_exported(outcome)
        case o.sheets.PlanNotSent():
            return sheets.draw_plan_not_sent(outcome)
        case o.PostMoved():
            return post_card.draw_post_moved(outcome)
        case o.PostShown():
            return post_card.draw_post_shown(outcome)
        case o.RemindersFormOpened():
            return reminders.draw_reminders_form_opened(outcome)
        case o.AwayCovered():
            return away.draw_away_covered(outcome)
        case o.AwaySaid():
            return away.draw_away_said(outcome)
        case o.BackSaid():
            return away.draw_back_said(outcome)
        case o.StepsLeft():
            return away.draw_steps_left(outcome)
        case o.Returned():
            return away.draw_returned(outcome)
        case o.CardSent():
            return duties.draw_card_sent(outcome)
        case o.DutiesShown():
            return duties.draw_duties_shown(outcome)
        case o.DutyFormOpened():
            return duties.draw_duty_form_opened(outcome)
        case o.DutySet():
            return duties.draw_duty_set(outcome)
        case o.RemindersSet():
            return reminders.draw_reminders_set(outcome)
        case o.SetupFormOpened():
            return setup_form.draw_setup_form_opened(outcome)
        case o.sheets.SheetApplied():
            return sheets.draw_sheet_applied(outcome)
        case o.sheets.SheetCompared():
            return sheets.draw_sheet_compared(outcome)
        case o.sheets.SheetNoticed():
            return sheets.draw_sheet_noticed(outcome)
        case o.sheets.SheetRefused():
            return sheets.draw_sheet_refused(outcome)
        case o.sheets.SheetUnderWay():
            return sheets.draw_sheet_under_way(outcome)
        case o.sheets.SheetSetAside():
            return sheets.draw_sheet_set_aside(outcome)
        case o.SpanSummed():
            return spans.draw_span_summed(outcome)
        case o.stall.StallTold():
            return stall.draw_stall_told(outcome)
        case o.stall.PauseFormOpened():
            return stall.draw_pause_form_opened(outcome)
        case o.stall.PlanPaused():
            return stall.draw_plan_paused(outcome)
        case o.stall.PlanResumed():
            return stall.draw_plan_resumed(outcome)
        case o.stall.OutsideHelpShown():
            return stall.draw_outside_help_shown(outcome)
        case o.repeating.EvergreenFormOpened():
            return repeating.draw_evergreen_form(outcome)
        case o.repeating.SeriesFormOpened():
            return repeating.draw_series_form(outcome)
        case o.repeating.SeriesAdded():
            return repeating.draw_series_added(outcome)
        case o.repeating.SeriesEnded():
            return repeating.draw_series_ended(outcome)
        case o.StatusShown():
            return setup.draw_status_shown(outcome)
        case o.StepTaken():
            return offers.draw_step_taken(outcome)
        case o.SwapFormOpened():
            return offers.draw_swap_form_opened(outcome)
        case o.StrategyShown():
            return strategy.draw_strategy_shown(outcome)
        case o.StrategyFormOpened():
            return strategy.draw_strategy_form_opened(outcome)
        case o.StrategyChangesShown():
            return strategy.draw_strategy_changes_shown(outcome)
        case o.check_up.CheckUpFormOpened():
            return check_up.draw_check_up_form_opened(outcome)
        case o.check_up.CheckUpShown():
            return check_up.draw_check_up_shown(outcome)
        case o.check_up.CheckUpAsked():
            return check_up.draw_check_up_asked(outcome)
        case o.check_up.CheckUpAnswered():
            return check_up.draw_check_up_answered(outcome)
        case o.TemplateFormOpened():
            return templates.draw_template_form_opened(outcome)
        case o.TemplateSet():
            return templates.draw_template_set(outcome)
        case o.TemplatesShown():
            return templates.draw_templates_shown(outcome)
        case o.Welcomed():
            return setup.draw_welcomed(outcome)
        case o.WorkspaceSetUp():
            return setup.draw_workspace_set_up(outcome)
        case _:
            assert_never(outcome)
