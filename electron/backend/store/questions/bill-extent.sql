-- The first and last UTC day with billed usage, by account.
SELECT account_id, CAST(first_day AS VARCHAR) AS first_day, CAST(last_day AS VARCHAR) AS last_day
FROM (
  SELECT account_id, min(day) AS first_day, max(day) AS last_day
  FROM bill
  WHERE line_item_type = 'Usage'
  GROUP BY account_id
) d
ORDER BY account_id
