-- Every model key that was seen, by events, invocation logs or metrics.
SELECT model_key FROM events WHERE model_key IS NOT NULL
UNION
SELECT model_key FROM invocations WHERE model_key IS NOT NULL
UNION
SELECT model_key FROM metrics WHERE model_key <> ''
ORDER BY model_key
