-- params: from, to
-- Where and when long-term Bedrock API keys were made: the record of each event tells whose.
SELECT event_id, event_time, account_id, principal_arn
FROM events
WHERE event_time >= CAST(? AS TIMESTAMP) AND event_time < CAST(? AS TIMESTAMP)
  AND event_source = 'iam.amazonaws.com' AND event_name = 'CreateServiceSpecificCredential'
  AND error_code IS NULL
ORDER BY event_time DESC, event_id
LIMIT 500
