-- params: bySession, bySession, bySession, from, to
-- Successful model calls by UTC day, place, model and principal, as events tell them, logged or not: by
-- what calls of unknown callers are shared out. With `bySession` also by session, its source identity,
-- and the user of Identity Center behind it.
SELECT CAST(event_time AS DATE) AS day, coalesce(account_id, 'unknown') AS account_id,
  coalesce(region, 'unknown') AS region, coalesce(model_key, 'unknown') AS model_key,
  principal_arn, CASE WHEN CAST(? AS BOOLEAN) THEN session_name END AS session_name,
  CASE WHEN CAST(? AS BOOLEAN) THEN source_identity END AS source_identity,
  max(CASE WHEN CAST(? AS BOOLEAN) THEN on_behalf_of END) AS on_behalf_of,
  count(*) AS calls
FROM events
WHERE event_time >= CAST(? AS TIMESTAMP) AND event_time < CAST(? AS TIMESTAMP)
  AND error_code IS NULL AND principal_arn IS NOT NULL
  AND ((event_source = 'bedrock.amazonaws.com' AND event_name IN ('InvokeModel',
    'InvokeModelWithResponseStream', 'Converse', 'ConverseStream',
    'InvokeModelWithBidirectionalStream', 'StartAsyncInvoke'))
    OR (event_source = 'bedrock-mantle.amazonaws.com' AND event_name = 'CreateInference'))
GROUP BY 1, 2, 3, 4, 5, 6, 7
ORDER BY 1, 2, 3, 4, 5, 6, 7
