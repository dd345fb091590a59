-- params: from, to
-- What was asked of Bedrock with an API key, by caller: failed calls too, as they show a key in use.
SELECT principal_arn, account_id, count(*) AS calls,
  sum(CASE WHEN error_code IS NULL THEN 0 ELSE 1 END) AS failed,
  max(event_time) AS last_used_at
FROM events
WHERE event_time >= CAST(? AS TIMESTAMP) AND event_time < CAST(? AS TIMESTAMP)
  AND bearer_token AND principal_arn IS NOT NULL AND account_id IS NOT NULL
  AND event_source IN ('bedrock.amazonaws.com', 'bedrock-mantle.amazonaws.com')
GROUP BY principal_arn, account_id
ORDER BY principal_arn, account_id
