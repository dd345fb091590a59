-- Events per UTC day, with those that failed.
SELECT CAST(CAST(event_time AS DATE) AS VARCHAR) AS day, count(*) AS calls,
  count(error_code) AS failed
FROM chosen_events
GROUP BY CAST(CAST(event_time AS DATE) AS VARCHAR)
ORDER BY day
