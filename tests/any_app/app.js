// A small Bolt app, as Bolt's own guide has it: a command, a form that is checked, a button.
// Only clientOptions.slackApiUrl tells that this may not be slack.com.
const { App } = require("@slack/bolt");

const isSocket = process.env.TRANSPORT === "socket";
const app = new App({
  token: process.env.SLACK_BOT_TOKEN,
  ...(isSocket
    ? { socketMode: true, appToken: process.env.SLACK_APP_TOKEN }
    : { signingSecret: process.env.SLACK_SIGNING_SECRET }),
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL },
});

const form = {
  type: "modal",
  callback_id: "room",
  title: { type: "plain_text", text: "Book a room" },
  submit: { type: "plain_text", text: "Book" },
  blocks: [
    {
      type: "input",
      block_id: "seats",
      label: { type: "plain_text", text: "How many seats?" },
      element: { type: "plain_text_input", action_id: "seats" },
    },
  ],
};

app.command("/room", async ({ ack, command, client }) => {
  if (command.text === "help") {
    await ack("Type /room to book one.");
    return;
  }
  await ack();
  await client.views.open({ trigger_id: command.trigger_id, view: form });
});

app.view("room", async ({ ack, body, view, client }) => {
  const seats = view.state.values.seats.seats.value;
  if (!/^\d+$/.test(seats)) {
    await ack({ response_action: "errors", errors: { seats: "A number, please." } });
    return;
  }
  await ack();
  await client.chat.postMessage({
    channel: body.user.id,
    text: `A room for ${seats} is yours.`,
    blocks: [
      { type: "section", text: { type: "mrkdwn", text: `A room for *${seats}* is yours.` } },
      {
        type: "actions",
        elements: [{ type: "button", action_id: "give_back", text: { type: "plain_text", text: "Give it back" }, value: seats }],
      },
    ],
  });
});

app.action("give_back", async ({ ack, action, respond }) => {
  await ack();
  await respond({ text: `The room for ${action.value} is free again.`, replace_original: true });
});

app.event("app_home_opened", async ({ event, client }) => {
  await client.views.publish({
    user_id: event.user,
    view: { type: "home", blocks: [{ type: "header", text: { type: "plain_text", text: "Rooms" } }] },
  });
});

(async () => {
  await app.start(process.env.PORT || 3000);
  console.log("Bolt app is running");
})();
