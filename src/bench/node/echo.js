// Bolt for JavaScript as its guide has it: acknowledges a message, and posts the same words. It keeps nothing.
const { App } = require('@slack/bolt');

const app = new App({
  token: process.env.SLACK_BOT_TOKEN,
  signingSecret: process.env.SLACK_SIGNING_SECRET,
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL },
});
app.message(async ({ message, say }) => say(message.text));
app.command('/roti', async ({ ack }) => ack('Your time is worth most at Acme Glass.'));

(async () => {
  const server = await app.start({ port: 0, host: '127.0.0.1' });
  console.log(`listens on port ${server.address().port}`);
})();
