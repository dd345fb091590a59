-- Successful calls per UTC day, tier and principal, counted by the same basis as usage-by-principal-day.
SELECT CAST(CAST(hour AS DATE) AS VARCHAR) AS day, account_id, region, model_key, tier,
  principal_arn, basis,
  CAST(sum(calls) AS BIGINT) AS calls
FROM principal_hours
GROUP BY CAST(CAST(hour AS DATE) AS VARCHAR), account_id, region, model_key, tier, principal_arn, basis
ORDER BY day, account_id, region, model_key, tier, principal_arn, basis
