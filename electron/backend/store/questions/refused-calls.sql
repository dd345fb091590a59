-- params: from, to
-- Model calls that were refused for want of a permission, by caller and what was called.
SELECT principal_arn, account_id, region, model_id AS called, count(*) AS calls,
  CAST(CAST(max(event_time) AS DATE) AS VARCHAR) AS last_day
FROM events
WHERE event_time >= CAST(? AS TIMESTAMP) AND event_time < CAST(? AS TIMESTAMP)
  AND event_source = 'bedrock.amazonaws.com' AND event_name IN ('InvokeModel',
    'InvokeModelWithResponseStream', 'Converse', 'ConverseStream',
    'InvokeModelWithBidirectionalStream', 'StartAsyncInvoke')
  AND error_code IN ('AccessDenied', 'AccessDeniedException')
  AND principal_arn IS NOT NULL AND account_id IS NOT NULL AND region IS NOT NULL
  AND model_id IS NOT NULL
GROUP BY principal_arn, account_id, region, model_id
ORDER BY principal_arn, account_id, region, model_id
