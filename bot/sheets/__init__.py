"""Files of the plan: an Excel workbook or a CSV file, written and read. It knows neither Slack nor the database."""
