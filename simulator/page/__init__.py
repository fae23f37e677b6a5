"""The pretend Slack in a browser: a plain page for people, drawn on the server, kept fresh by server-sent events.

It shows what `simulator.sight` sees and does what `simulator.acts` can do; it knows no app.
"""
