-- params: since, since, since
-- Calls per model and principal since a UTC day. Invocation logs and events join on the request id,
-- so that a call is counted once; a model that only metrics saw has no principal. Tokens are null
-- where nothing counted them. Where no call of a model was logged, metrics tell its tokens but not
-- whose: they stand in a row without principal, with the calls that metrics saw beyond the others.
, calls AS (
  SELECT coalesce(i.account_id, e.account_id) AS account_id,
    coalesce(i.region, e.region) AS region, coalesce(i.model_key, e.model_key) AS model_id,
    coalesce(e.principal_arn, p.principal_arn, i.principal_arn) AS principal_arn,
    coalesce(e.model_id, i.model_id) AS called_id, coalesce(i.time, e.event_time) AS time,
    i.input_tokens, i.output_tokens
  FROM (
    SELECT request_id, time, account_id, region, model_id, model_key, principal_arn,
      input_tokens, output_tokens
    FROM invocations
    WHERE time >= CAST(? AS TIMESTAMP) AND error_code IS NULL
  ) i
  FULL OUTER JOIN (
    SELECT request_id, event_time, account_id, region, model_id, model_key, principal_arn
    FROM events
    WHERE event_time >= CAST(? AS TIMESTAMP) AND error_code IS NULL
      AND ((event_source = 'bedrock.amazonaws.com' AND event_name IN ('InvokeModel',
        'InvokeModelWithResponseStream', 'Converse', 'ConverseStream',
        'InvokeModelWithBidirectionalStream', 'StartAsyncInvoke'))
        OR (event_source = 'bedrock-mantle.amazonaws.com' AND event_name = 'CreateInference'))
  ) e ON e.request_id = i.request_id
  LEFT JOIN role_paths p ON p.bare_arn = i.principal_arn
),
seen AS (
  SELECT account_id, region, model_id,
    max(CASE WHEN called_id LIKE 'arn:%' THEN called_id END) AS model_arn, principal_arn,
    count(*) AS calls,
    CAST(sum(input_tokens) AS BIGINT) AS input_tokens,
    CAST(sum(output_tokens) AS BIGINT) AS output_tokens,
    CAST(CAST(min(time) AS DATE) AS VARCHAR) AS first_day,
    CAST(CAST(max(time) AS DATE) AS VARCHAR) AS last_day
  FROM calls
  WHERE model_id IS NOT NULL
  GROUP BY account_id, region, model_id, principal_arn
),
metered AS (
  SELECT account_id, region, model_key AS model_id, max(model_arn) AS model_arn, namespace,
    counted AS metric, max(value) AS value, min(first_start) AS first_start, max(last_start) AS last_start
  FROM (
    SELECT account_id, region, model_key, namespace,
      CASE WHEN metric IN ('Invocations', 'Inferences') THEN 'calls'
        WHEN metric IN ('InputTokenCount', 'InputTokens') THEN 'input' ELSE 'output' END AS counted,
      max(CASE WHEN model_id LIKE 'arn:%' THEN model_id END) AS model_arn, period_seconds,
      service_tier, sum(value) AS value, min(period_start) AS first_start,
      max(period_start) AS last_start
    FROM metrics
    WHERE period_start >= CAST(? AS TIMESTAMP) AND statistic = 'Sum' AND value > 0
      AND ((namespace = 'AWS/Bedrock' AND dimensions = '{}'
          AND metric IN ('Invocations', 'InputTokenCount', 'OutputTokenCount') AND model_key <> '')
        OR (namespace = 'AWS/BedrockMantle'
          AND metric IN ('Inferences', 'InputTokens', 'OutputTokens') AND model_key <> ''))
    GROUP BY account_id, region, model_key, namespace, metric, period_seconds, service_tier
  ) series
  GROUP BY account_id, region, model_key, namespace, counted
)
SELECT account_id, region, model_id, model_arn, principal_arn, calls, input_tokens, output_tokens,
  first_day, last_day
FROM seen
UNION ALL
SELECT m.account_id, m.region, m.model_id, max(m.model_arn), CAST(NULL AS VARCHAR),
  CAST(greatest(coalesce(sum(CASE WHEN m.metric = 'calls' THEN m.value END), 0)
    - coalesce(max(s.calls), 0), 0) AS BIGINT),
  CAST(sum(CASE WHEN m.metric = 'input' THEN m.value END) AS BIGINT),
  CAST(sum(CASE WHEN m.metric = 'output' THEN m.value END) AS BIGINT),
  CAST(CAST(min(m.first_start) AS DATE) AS VARCHAR),
  CAST(CAST(max(m.last_start) AS DATE) AS VARCHAR)
FROM metered m
LEFT JOIN (
  SELECT account_id, region, model_id, sum(calls) AS calls,
    count(input_tokens) + count(output_tokens) AS logged
  FROM seen
  GROUP BY account_id, region, model_id
) s ON s.account_id = m.account_id AND s.region = m.region AND s.model_id = m.model_id
WHERE coalesce(s.logged, 0) = 0
GROUP BY m.account_id, m.region, m.model_id
HAVING max(s.calls) IS NULL OR max(CASE WHEN m.metric <> 'calls' THEN 1 ELSE 0 END) = 1
ORDER BY account_id, region, model_id, principal_arn
