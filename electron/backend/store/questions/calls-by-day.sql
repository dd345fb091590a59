-- Successful calls per UTC day and tier, counted by the same basis as usage-by-day.
SELECT CAST(CAST(hour AS DATE) AS VARCHAR) AS day, account_id, region, model_key, tier, basis,
  CAST(sum(calls) AS BIGINT) AS calls
FROM usage_hours
GROUP BY CAST(CAST(hour AS DATE) AS VARCHAR), account_id, region, model_key, tier, basis
ORDER BY day, account_id, region, model_key, tier, basis
