-- params: from, to
-- What AWS billed per UTC day. The view counts each day once: exports first, then Cost Explorer.
SELECT CAST(day AS VARCHAR) AS day, account_id, region, service, usage_type, line_item_type,
  source, quantity, unit, lines, unblended_cost, amortized_cost, list_cost, currency, final
FROM (
  SELECT day, account_id, region, service, usage_type, line_item_type, source, unit, currency,
    CAST(count(*) AS BIGINT) AS lines,
    CAST(sum(quantity) AS VARCHAR) AS quantity,
    CAST(sum(unblended_cost) AS VARCHAR) AS unblended_cost,
    CAST(sum(amortized_cost) AS VARCHAR) AS amortized_cost,
    CAST(sum(list_cost) AS VARCHAR) AS list_cost, min(final) AS final
  FROM bill
  WHERE day >= CAST(? AS DATE) AND day < CAST(? AS DATE)
  GROUP BY day, account_id, region, service, usage_type, line_item_type, source, unit, currency
) d
ORDER BY d.day, account_id, service, usage_type, line_item_type, region, unit, currency
