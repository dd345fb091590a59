-- The days of a place and model that metrics count although logs tell of them, too.
metered_days AS (
  SELECT day, account_id, region, model_key FROM compared WHERE basis = 'metrics'
)
