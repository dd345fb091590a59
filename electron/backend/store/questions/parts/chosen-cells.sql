-- params: accounts, accounts, regions, regions, inferenceRegions, inferenceRegions, models, models, tiers, tiers, principals, principals, sessions, sessions, metadataValues, metadataValues, guardrails, guardrails, projects, projects, longContext, longContext, callers, callers, places, places
-- Cells narrowed by optional filters: NULL takes all, a list is text parted by chr(31).
chosen_cells AS (
  SELECT *
  FROM cells
  WHERE (CAST(? AS VARCHAR) IS NULL OR contains(split(CAST(? AS VARCHAR), chr(31)), account_id))
    AND (CAST(? AS VARCHAR) IS NULL OR contains(split(CAST(? AS VARCHAR), chr(31)), region))
    AND (CAST(? AS VARCHAR) IS NULL OR contains(split(CAST(? AS VARCHAR), chr(31)), inference_region))
    AND (CAST(? AS VARCHAR) IS NULL OR contains(split(CAST(? AS VARCHAR), chr(31)), model_key))
    AND (CAST(? AS VARCHAR) IS NULL OR contains(split(CAST(? AS VARCHAR), chr(31)), tier))
    AND (CAST(? AS VARCHAR) IS NULL OR contains(split(CAST(? AS VARCHAR), chr(31)), principal_arn))
    AND (CAST(? AS VARCHAR) IS NULL OR contains(split(CAST(? AS VARCHAR), chr(31)), session_name))
    AND (CAST(? AS VARCHAR) IS NULL OR contains(split(CAST(? AS VARCHAR), chr(31)), metadata_value))
    AND (CAST(? AS VARCHAR) IS NULL OR contains(split(CAST(? AS VARCHAR), chr(31)), guardrail_id))
    AND (CAST(? AS VARCHAR) IS NULL OR contains(split(CAST(? AS VARCHAR), chr(31)), project))
    AND (CAST(? AS BOOLEAN) IS NULL OR CAST(? AS BOOLEAN) = long_context)
    AND (CAST(? AS VARCHAR) IS NULL OR contains(split(CAST(? AS VARCHAR), chr(31)),
      concat(principal_arn, chr(30), session_name, chr(30), coalesce(source_identity, ''))))
    AND (CAST(? AS VARCHAR) IS NULL OR contains(split(CAST(? AS VARCHAR), chr(31)),
      concat(account_id, chr(30), model_key, chr(30), coalesce(principal_arn, ''))))
)
