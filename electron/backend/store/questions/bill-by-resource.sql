-- params: from, to
-- What AWS billed in a period by what it was billed for, where the source names that: exports do.
SELECT account_id, region, service, usage_type, line_item_type, resource_id,
  CAST(min(day) AS VARCHAR) AS day, CAST(sum(unblended_cost) AS VARCHAR) AS unblended_cost, currency
FROM bill
WHERE day >= CAST(? AS DATE) AND day < CAST(? AS DATE) AND resource_id IS NOT NULL AND resource_id <> ''
GROUP BY account_id, region, service, usage_type, line_item_type, resource_id, currency
ORDER BY resource_id, account_id, service, usage_type, line_item_type, region, currency
