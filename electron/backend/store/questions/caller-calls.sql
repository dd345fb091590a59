-- params: from, to, from, to
-- Successful model calls by caller and by everything that access policies can tell apart. Invocation
-- logs and events join on the request id, so that a call is counted once. Only logs know the
-- guardrail: `guardrail` is empty where a logged call had none, null where no log tells, and ends with
-- its colon where the log has no version: that is not DRAFT.
, logs AS (
  SELECT request_id, time, account_id, region, inference_region, operation, model_id, model_key,
    principal_arn, guardrail_id, guardrail_version, service_tier
  FROM invocations
  WHERE time >= CAST(? AS TIMESTAMP) AND time < CAST(? AS TIMESTAMP) AND error_code IS NULL
),
trail AS (
  SELECT request_id, event_time, event_source, event_name, account_id, region, inference_region,
    model_id, model_key, principal_arn, bearer_token
  FROM events
  WHERE event_time >= CAST(? AS TIMESTAMP) AND event_time < CAST(? AS TIMESTAMP)
    AND error_code IS NULL
    AND ((event_source = 'bedrock.amazonaws.com' AND event_name IN ('InvokeModel',
      'InvokeModelWithResponseStream', 'Converse', 'ConverseStream',
      'InvokeModelWithBidirectionalStream', 'StartAsyncInvoke'))
      OR (event_source = 'bedrock-mantle.amazonaws.com' AND event_name = 'CreateInference'))
),
calls AS (
  SELECT coalesce(t.principal_arn, p.principal_arn, l.principal_arn) AS principal_arn,
    coalesce(t.account_id, l.account_id) AS account_id, coalesce(t.region, l.region) AS region,
    coalesce(l.model_key, t.model_key) AS model_key, coalesce(l.model_id, t.model_id) AS called,
    coalesce(l.operation, t.event_name) AS operation,
    coalesce(l.inference_region, t.inference_region) AS destination_region,
    CASE WHEN t.event_source = 'bedrock-mantle.amazonaws.com' THEN 'bedrock-mantle'
      ELSE 'bedrock-runtime' END AS plane,
    CASE WHEN l.request_id IS NULL THEN NULL WHEN l.guardrail_id IS NULL THEN ''
      ELSE concat(l.guardrail_id, ':', coalesce(l.guardrail_version, '')) END AS guardrail,
    l.service_tier,
    CASE WHEN t.event_time IS NOT NULL THEN coalesce(t.bearer_token, false) END AS bearer_token,
    coalesce(t.event_time, l.time) AS time
  FROM logs l
  FULL OUTER JOIN trail t ON t.request_id = l.request_id
  LEFT JOIN role_paths p ON p.bare_arn = l.principal_arn
)
SELECT principal_arn, account_id, region, model_key, called, operation, destination_region, plane,
  guardrail, service_tier, bearer_token, count(*) AS calls,
  CAST(CAST(min(time) AS DATE) AS VARCHAR) AS first_day,
  CAST(CAST(max(time) AS DATE) AS VARCHAR) AS last_day
FROM calls
WHERE principal_arn IS NOT NULL AND model_key IS NOT NULL AND account_id IS NOT NULL
GROUP BY principal_arn, account_id, region, model_key, called, operation, destination_region, plane,
  guardrail, service_tier, bearer_token
ORDER BY principal_arn, account_id, region, model_key, called, operation, destination_region, plane,
  guardrail, service_tier, bearer_token
