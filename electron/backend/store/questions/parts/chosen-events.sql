-- params: from, to, accounts, accounts, regions, regions, eventNames, eventNames, principals, principals, models, models, failed, failed, text, text
-- Events of a period, narrowed by optional filters: NULL takes all, a list is text parted by chr(31).
-- Models are compared by their key.
chosen_events AS (
  SELECT event_id, event_time, event_source, event_name, account_id, region, principal_arn,
    principal_type, session_name, access_key_id, source_ip, user_agent, model_id, model_key,
    inference_region, bearer_token, vpc_endpoint_id, error_code, request_id, event_category,
    read_only, on_behalf_of, source_identity
  FROM events
  WHERE event_time >= CAST(? AS TIMESTAMP) AND event_time < CAST(? AS TIMESTAMP)
    AND (CAST(? AS VARCHAR) IS NULL OR contains(split(CAST(? AS VARCHAR), chr(31)), account_id))
    AND (CAST(? AS VARCHAR) IS NULL OR contains(split(CAST(? AS VARCHAR), chr(31)), region))
    AND (CAST(? AS VARCHAR) IS NULL OR contains(split(CAST(? AS VARCHAR), chr(31)), event_name))
    AND (CAST(? AS VARCHAR) IS NULL OR contains(split(CAST(? AS VARCHAR), chr(31)), principal_arn))
    AND (CAST(? AS VARCHAR) IS NULL OR contains(split(CAST(? AS VARCHAR), chr(31)), model_key))
    AND (CAST(? AS BOOLEAN) IS NULL OR CAST(? AS BOOLEAN) = (error_code IS NOT NULL))
    AND (CAST(? AS VARCHAR) IS NULL OR strpos(lower(concat_ws(' ', event_name, event_source,
      principal_arn, session_name, source_identity, model_id, source_ip, user_agent, error_code, event_id)),
      lower(CAST(? AS VARCHAR))) > 0)
)
