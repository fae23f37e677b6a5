"""A pretend Slack: an HTTP and WebSocket server that any Bolt app can be pointed at. It knows no app in particular."""
