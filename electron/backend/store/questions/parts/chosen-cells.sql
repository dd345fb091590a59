-- params: accounts, regions, inferenceRegions, models, tiers, principals, sessions, metadataValues, guardrails, projects, longContext, callers, places
-- Cells narrowed by the filters that are given, each by a line of its own; a list is text parted by
-- chr(31).
chosen_cells AS (
  SELECT *
  FROM cells
  WHERE true
    AND contains(split(CAST(? AS VARCHAR), chr(31)), account_id) -- if accounts
    AND contains(split(CAST(? AS VARCHAR), chr(31)), region) -- if regions
    AND contains(split(CAST(? AS VARCHAR), chr(31)), inference_region) -- if inferenceRegions
    AND contains(split(CAST(? AS VARCHAR), chr(31)), model_key) -- if models
    AND contains(split(CAST(? AS VARCHAR), chr(31)), tier) -- if tiers
    AND contains(split(CAST(? AS VARCHAR), chr(31)), principal_arn) -- if principals
    AND contains(split(CAST(? AS VARCHAR), chr(31)), session_name) -- if sessions
    AND contains(split(CAST(? AS VARCHAR), chr(31)), metadata_value) -- if metadataValues
    AND contains(split(CAST(? AS VARCHAR), chr(31)), guardrail_id) -- if guardrails
    AND contains(split(CAST(? AS VARCHAR), chr(31)), project) -- if projects
    AND CAST(? AS BOOLEAN) = long_context -- if longContext
    AND contains(split(CAST(? AS VARCHAR), chr(31)), -- if callers
      concat(principal_arn, chr(30), session_name, chr(30), coalesce(source_identity, ''))) -- if callers
    AND contains(split(CAST(? AS VARCHAR), chr(31)), -- if places
      concat(account_id, chr(30), model_key, chr(30), coalesce(principal_arn, ''))) -- if places
)
