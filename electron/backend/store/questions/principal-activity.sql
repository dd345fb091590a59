-- params: from, to, from, to, accounts, accounts, regions, regions, models, models, principals, principals, offset, limit
-- Model calls by principal: those that succeeded, and beside them how many failed. Events and invocation logs join on the request id, so that a call is
-- counted once; a call with an event and no log is unlogged and its tokens are unknown. The event
-- names a role with its path, so its principal comes first.
, logs AS (
  SELECT request_id, time, account_id, region, model_key, principal_arn, session_name, error_code,
    input_tokens, output_tokens, cache_read_tokens, cache_write_tokens
  FROM invocations
  WHERE time >= CAST(? AS TIMESTAMP) AND time < CAST(? AS TIMESTAMP)
),
trail AS (
  SELECT request_id, event_time, account_id, region, model_key, principal_arn, principal_type,
    session_name, error_code
  FROM events
  WHERE event_time >= CAST(? AS TIMESTAMP) AND event_time < CAST(? AS TIMESTAMP)
    AND ((event_source = 'bedrock.amazonaws.com' AND event_name IN ('InvokeModel',
      'InvokeModelWithResponseStream', 'Converse', 'ConverseStream',
      'InvokeModelWithBidirectionalStream', 'StartAsyncInvoke'))
      OR (event_source = 'bedrock-mantle.amazonaws.com' AND event_name = 'CreateInference'))
),
calls AS (
  SELECT coalesce(t.account_id, l.account_id, 'unknown') AS account_id,
    coalesce(t.region, l.region) AS region, coalesce(l.model_key, t.model_key) AS model_key,
    coalesce(t.principal_arn, p.principal_arn, l.principal_arn, 'unknown') AS principal_arn,
    coalesce(t.principal_type, CASE
      WHEN l.principal_arn LIKE '%:role/%' THEN 'AssumedRole'
      WHEN l.principal_arn LIKE '%:user/%' THEN 'IAMUser'
      WHEN l.principal_arn LIKE '%:root' THEN 'Root'
      ELSE 'unknown' END) AS principal_type,
    coalesce(t.session_name, l.session_name) AS session_name,
    coalesce(t.event_time, l.time) AS time,
    CASE WHEN l.request_id IS NULL AND t.error_code IS NULL THEN 1 ELSE 0 END AS unlogged,
    CASE WHEN coalesce(t.error_code, l.error_code) IS NULL THEN 0 ELSE 1 END AS failed,
    l.input_tokens, l.output_tokens, l.cache_read_tokens, l.cache_write_tokens
  FROM trail t
  FULL OUTER JOIN logs l ON l.request_id = t.request_id
  LEFT JOIN role_paths p ON p.bare_arn = l.principal_arn
)
SELECT principal_arn, max(principal_type) AS principal_type, account_id,
  CAST(sum(1 - failed) AS BIGINT) AS calls,
  CAST(sum(unlogged) AS BIGINT) AS unlogged_calls, CAST(sum(failed) AS BIGINT) AS failed_calls,
  count(DISTINCT session_name) AS sessions,
  array_sort(array_agg(DISTINCT model_key)) AS models,
  array_sort(array_agg(DISTINCT region)) AS regions,
  CAST(sum(coalesce(input_tokens, 0)) AS BIGINT) AS input_tokens,
  CAST(sum(coalesce(output_tokens, 0)) AS BIGINT) AS output_tokens,
  CAST(sum(coalesce(cache_read_tokens, 0)) AS BIGINT) AS cache_read_tokens,
  CAST(sum(coalesce(cache_write_tokens, 0)) AS BIGINT) AS cache_write_tokens,
  max(time) AS last_seen, count(*) OVER () AS total
FROM calls
WHERE (CAST(? AS VARCHAR) IS NULL OR contains(split(CAST(? AS VARCHAR), chr(31)), account_id))
  AND (CAST(? AS VARCHAR) IS NULL OR contains(split(CAST(? AS VARCHAR), chr(31)), region))
  AND (CAST(? AS VARCHAR) IS NULL OR contains(split(CAST(? AS VARCHAR), chr(31)), model_key))
  AND (CAST(? AS VARCHAR) IS NULL OR contains(split(CAST(? AS VARCHAR), chr(31)), principal_arn))
GROUP BY principal_arn, account_id
ORDER BY sum(1 - failed) DESC, principal_arn, account_id
OFFSET ? LIMIT ?
