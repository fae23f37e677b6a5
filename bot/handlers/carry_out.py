"""Every command and what carries it out: one half of the program's table of contents, `blocks.draw` is the other."""

from typing import assert_never

from bot.commands import vocabulary as v
from bot.domain.outcomes import Outcome
from bot.handlers import (
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
    duties,
    editing,
    effort,
    events,
    evergreen,
    figures,
    file_answers,
    files,
    goals,
    home,
    ideas,
    lead_card,
    lead_settings,
    lead_web,
    leads,
    learning,
    lines,
    merging,
    mine,
    money,
    offers,
    people,
    photos,
    plan,
    posts,
    questions,
    series,
    setup,
    sheets,
    shifting,
    stall,
    steps,
    strategy,
    substitutes,
    templates,
    thanks,
    workspace,
    worth,
)
from bot.handlers import help as helping
from bot.handlers.call import Call


def carry_out(command: v.Command, call: Call) -> Outcome:  # noqa: C901, PLR0912, PLR0915 - one line for each command
    """Carry a command out within the call's transaction and say what came of it."""
    match command:
        case v.ShowPlan():
            return plan.show_plan(command, call)
        case v.ShowSpan():
            return plan.show_span(command, call)
        case v.AddPost():
            return posts.add_post(command, call)
        case v.OpenPostForm():
            return posts.open_post_form(command, call)
        case v.OpenPost():
            return editing.open_post(command, call)
        case v.OpenEditForm():
            return editing.open_edit_form(command, call)
        case v.EditPost():
            return editing.edit_post(command, call)
        case v.RemovePost():
            return posts.remove_post(command, call)
        case v.MarkPosted():
            return posts.mark_posted(command, call)
        case v.OpenPostedForm():
            return posts.open_posted_form(command, call)
        case v.PreviewCopy():
            return copying.preview_copy(command, call)
        case v.CopyMonth():
            return copying.copy_month(command, call)
        case v.UndoCopy():
            return copying.undo_copy(command, call)
        case v.CheckPlan():
            return checks.check_plan(command, call)
        case v.ShowAds():
            return ads.show_ads(command, call)
        case v.StartAds():
            return ads.start_ads(command, call)
        case v.ShowIdeas():
            return ideas.show_ideas(command, call)
        case v.AddIdea():
            return ideas.add_idea(command, call)
        case v.RemoveIdea():
            return ideas.remove_idea(command, call)
        case v.NoticeReply():
            return ideas.notice_reply(command, call)
        case v.VoteForIdea():
            return ideas.vote_for_idea(command, call)
        case v.OpenIdeaForm():
            return ideas.open_idea_form(command, call)
        case v.PlanIdea():
            return ideas.plan_idea(command, call)
        case v.LogQuestion():
            return questions.log_question(command, call)
        case v.ShowQuestions():
            return questions.show_questions(command, call)
        case v.AnswerQuestion():
            return questions.answer_question(command, call)
        case v.SaySameQuestion():
            return questions.say_same_question(command, call)
        case v.SayOtherQuestion():
            return questions.say_other_question(command, call)
        case v.TakeBackQuestion():
            return questions.take_back_question(command, call)
        case v.SuggestQuestion():
            return questions.suggest_question(command, call)
        case v.ProposeSmaller():
            return stall.propose_smaller(command, call)
        case v.OpenPauseForm():
            return stall.open_pause_form(command, call)
        case v.PausePlan():
            return stall.pause_plan(command, call)
        case v.ResumePlan():
            return stall.resume_plan(command, call)
        case v.ShowOutsideHelp():
            return stall.show_outside_help(command, call)
        case v.OpenEvergreenForm():
            return evergreen.open_evergreen_form(command, call)
        case v.SetEvergreen():
            return evergreen.set_evergreen(command, call)
        case v.RepeatPost():
            return evergreen.repeat_post(command, call)
        case v.OpenSeriesForm():
            return series.open_series_form(command, call)
        case v.AddSeries():
            return series.add_series(command, call)
        case v.EndSeries():
            return series.end_series(command, call)
        case v.SkipPlace():
            return shifting.skip_place(command, call)
        case v.MovePlace():
            return shifting.move_place(command, call)
        case v.OpenMoveForm():
            return shifting.open_move_form(command, call)
        case v.RestorePlace():
            return shifting.restore_place(command, call)
        case v.ShowCadence():
            return cadence.show_cadence(command, call)
        case v.OpenCadenceForm():
            return cadence.open_cadence_form(command, call)
        case v.OpenPlaceForm():
            return cadence.open_place_form(command, call)
        case v.PreviewCadence():
            return cadence.preview_cadence(command, call)
        case v.SetCadence():
            return cadence.set_cadence(command, call)
        case v.ShowTemplates():
            return templates.show_templates(command, call)
        case v.OpenTemplateForm():
            return templates.open_template_form(command, call)
        case v.SetTemplate():
            return templates.set_template(command, call)
        case v.ShowPlaybook():
            return templates.show_playbook(command, call)
        case v.OpenDecisionForm():
            return approvals.open_decision_form(command, call)
        case v.DecideApproval():
            return approvals.decide_approval(command, call)
        case v.AddEvent():
            return events.add_event(command, call)
        case v.OpenEventForm():
            return events.open_event_form(command, call)
        case v.OpenEvent():
            return events.open_event(command, call)
        case v.EditEvent():
            return events.edit_event(command, call)
        case v.FinishPictures():
            return events.finish_pictures(command, call)
        case v.ExportPlan():
            return sheets.export_plan(command, call)
        case v.NoticeSheet():
            return sheets.notice_sheet(command, call)
        case v.ApplySheet():
            return sheets.apply_sheet(command, call)
        case v.CancelSheet():
            return sheets.cancel_sheet(command, call)
        case v.ShowMine():
            return mine.show_mine(command, call)
        case v.AcceptOffer():
            return offers.accept_offer(command, call)
        case v.OpenSwapForm():
            return offers.open_swap_form(command, call)
        case v.SwapOffer():
            return offers.swap_offer(command, call)
        case v.OpenDeclineForm():
            return offers.open_decline_form(command, call)
        case v.DeclineOffer():
            return offers.decline_offer(command, call)
        case v.FinishStep():
            return steps.finish_step(command, call)
        case v.OpenHelpForm():
            return steps.open_help_form(command, call)
        case v.AskForHelp():
            return steps.ask_for_help(command, call)
        case v.SnoozeStep():
            return steps.snooze_step(command, call)
        case v.HandOver():
            return steps.hand_over(command, call)
        case v.OpenHandOverForm():
            return steps.open_hand_over_form(command, call)
        case v.ShowPhotos():
            return photos.show_photos(command, call)
        case v.NoticePhoto():
            return photos.notice_photo(command, call)
        case v.ClearPhoto():
            return photos.clear_photo(command, call)
        case v.AttachPhoto():
            return photos.attach_photo(command, call)
        case v.OpenAttachForm():
            return photos.open_attach_form(command, call)
        case v.UsePhoto():
            return photos.use_photo(command, call)
        case v.UseSubstitute():
            return substitutes.use_substitute(command, call)
        case v.ShowFigures():
            return figures.show_figures(command, call)
        case v.OpenFiguresForm():
            return figures.open_figures_form(command, call)
        case v.LogFigures():
            return figures.log_figures(command, call)
        case v.ShowFiles():
            return files.show_files(command, call)
        case v.OpenFile():
            return files.open_file(command, call)
        case v.TakeInFile():
            return files.take_in_file(command, call)
        case v.SetFileAside():
            return files.set_file_aside(command, call)
        case v.TakeOutFile():
            return files.take_out_file(command, call)
        case v.AnswerFile():
            return files.answer_file(command, call)
        case v.ChoosePost():
            return files.choose_post(command, call)
        case v.OpenPeriodForm():
            return file_answers.open_period_form(command, call)
        case v.SetPeriod():
            return file_answers.set_period(command, call)
        case v.OpenColumnsForm():
            return file_answers.open_columns_form(command, call)
        case v.MapColumns():
            return file_answers.map_columns(command, call)
        case v.OpenWeekForm():
            return accounts.open_week_form(command, call)
        case v.LogWeek():
            return accounts.log_week(command, call)
        case v.ShowComments():
            return comments.show_comments(command, call)
        case v.ShowComment():
            return comments.show_comment(command, call)
        case v.OpenCommentForm():
            return comments.open_comment_form(command, call)
        case v.LogComment():
            return comments.log_comment(command, call)
        case v.CheckAnswer():
            return comments.check_answer(command)
        case v.CloseComment():
            return comments.close_comment(command, call)
        case v.SayClosed():
            return comments.say_closed(command, call)
        case v.ReopenComment():
            return comments.reopen_comment(command, call)
        case v.ContinueComment():
            return comments.continue_comment(command, call)
        case v.RemoveComment():
            return comments.remove_comment(command, call)
        case v.ShowLeads():
            return leads.show_leads(command, call)
        case v.ShowLead():
            return lead_card.show_lead(command, call)
        case v.EditLead():
            return leads.edit_lead(command, call)
        case v.SayStage():
            return leads.say_stage(command, call)
        case v.MergeLeads():
            return merging.merge_leads(command, call)
        case v.SplitLead():
            return merging.split_lead(command, call)
        case v.OpenLeadSettings():
            return lead_settings.open_lead_settings(command, call)
        case v.SetLeadSettings():
            return lead_settings.set_lead_settings(command, call)
        case v.ShowLeadWeb():
            return lead_web.show_lead_web(command, call)
        case v.RenewLeadWeb():
            return lead_web.renew_lead_web(command, call)
        case v.OpenMetaForm():
            return lead_web.open_meta_form(command, call)
        case v.SetMetaSecret():
            return lead_web.set_meta_secret(command, call)
        case v.SayNoneCame():
            return asked.say_none_came(command, call)
        case v.AddLead():
            return leads.add_lead(command, call)
        case v.OpenLeadForm():
            return leads.open_lead_form(command, call)
        case v.MoveLead():
            return leads.move_lead(command, call)
        case v.OpenLostForm():
            return leads.open_lost_form(command, call)
        case v.RemoveLead():
            return leads.remove_lead(command, call)
        case v.ShowDigest():
            return digest.show_digest(command, call)
        case v.OpenLineForm():
            return lines.open_line_form(command, call)
        case v.AddLine():
            return lines.add_line(command, call)
        case v.CompareNetworks():
            return effort.compare_networks(command, call)
        case v.ComparePosts():
            return digest.compare_posts(command, call)
        case v.ShowGoals():
            return goals.show_goals(command, call)
        case v.OpenGoalForm():
            return goals.open_goal_form(command, call)
        case v.SetGoal():
            return goals.set_goal(command, call)
        case v.EndGoal():
            return goals.end_goal(command, call)
        case v.ShowDecisions():
            return decisions.show_decisions(command, call)
        case v.OpenDecideForm():
            return decisions.open_decide_form(command, call)
        case v.Decide():
            return decisions.decide(command, call)
        case v.DecideNoChange():
            return decisions.decide_no_change(command, call)
        case v.ReviewDecision():
            return decisions.review_decision(command, call)
        case v.RemoveDecision():
            return decisions.remove_decision(command, call)
        case v.ShowQuarter():
            return decisions.show_quarter(command, call)
        case v.ShowBudget():
            return money.show_budget(command, call)
        case v.OpenBudgetForm():
            return money.open_budget_form(command, call)
        case v.SetBudget():
            return money.set_budget(command, call)
        case v.OpenSpendingForm():
            return money.open_spending_form(command, call)
        case v.AddSpending():
            return money.add_spending(command, call)
        case v.RemoveSpending():
            return money.remove_spending(command, call)
        case v.SayThanks():
            return thanks.say_thanks(command, call)
        case v.ShareThanks():
            return thanks.share_thanks(command, call)
        case v.ShowWorth():
            return worth.show_worth(command, call)
        case v.ShowMonthPage():
            return worth.show_month_page(command, call)
        case v.ShowStrategy():
            return strategy.show_strategy(command, call)
        case v.OpenStrategyForm():
            return strategy.open_strategy_form(command, call)
        case v.SetStrategy():
            return strategy.set_strategy(command, call)
        case v.ShowStrategyChanges():
            return strategy.show_strategy_changes(command, call)
        case v.ShowCheckUp():
            return check_up.show_check_up(command, call)
        case v.OpenCheckUpForm():
            return check_up.open_check_up_form(command, call)
        case v.AnswerCheckUp():
            return check_up.answer_check_up(command, call)
        case v.OpenSetup():
            return setup.open_setup(command, call)
        case v.SetUp():
            return setup.set_up(command, call)
        case v.ShowStatus():
            return setup.show_status(command, call)
        case v.ShowCalendars():
            return calendars.show_calendars(command, call)
        case v.RenewCalendar():
            return calendars.renew_calendar(command, call)
        case v.JoinChannel():
            return workspace.join_channel(command, call)
        case v.ShowHelp():
            return helping.show_help(command, call)
        case v.OpenHome():
            return home.open_home(command, call)
        case v.OpenRemindersForm():
            return people.open_reminders_form(command, call)
        case v.GoAway():
            return away.go_away(command, call)
        case v.ComeBack():
            return away.come_back(command, call)
        case v.ShowDuties():
            return duties.show_duties(command, call)
        case v.SendCard():
            return duties.send_card(command, call)
        case v.OpenLessonForm():
            return learning.open_lesson_form(command, call)
        case v.TellLesson():
            return learning.tell_lesson(command, call)
        case v.SkipLesson():
            return learning.skip_lesson(command, call)
        case v.OpenDutyForm():
            return duties.open_duty_form(command, call)
        case v.SetDuty():
            return duties.set_duty(command, call)
        case v.SetReminders():
            return people.set_reminders(command, call)
        case _:
            assert_never(command)
