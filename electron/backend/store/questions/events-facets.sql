-- The 50 most frequent values of each filter among the chosen events, with their counts.
SELECT facet, value, occurrences
FROM (
  SELECT facet, value, occurrences,
    row_number() OVER (PARTITION BY facet ORDER BY occurrences DESC, value) AS place
  FROM (
    SELECT 'account' AS facet, account_id AS value, count(*) AS occurrences
    FROM chosen_events GROUP BY account_id
    UNION ALL
    SELECT 'region', region, count(*) FROM chosen_events GROUP BY region
    UNION ALL
    SELECT 'event-name', event_name, count(*) FROM chosen_events GROUP BY event_name
    UNION ALL
    SELECT 'principal', principal_arn, count(*) FROM chosen_events GROUP BY principal_arn
    UNION ALL
    SELECT 'model', model_key, count(*) FROM chosen_events GROUP BY model_key
  ) counted
  WHERE value IS NOT NULL
) placed
WHERE place <= 50
ORDER BY facet, occurrences DESC, value
