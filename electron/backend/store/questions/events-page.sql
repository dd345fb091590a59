-- params: sort, sort, offset, limit
-- One page of events, newest first unless `sort` is time-asc.
SELECT event_id, event_time, event_source, event_name, account_id, region, principal_arn,
  principal_type, session_name, access_key_id, source_ip, user_agent, model_id, inference_region,
  bearer_token, vpc_endpoint_id, error_code, request_id, event_category, read_only, on_behalf_of, source_identity
FROM chosen_events
ORDER BY CASE WHEN CAST(? AS VARCHAR) = 'time-asc' THEN event_time END ASC NULLS LAST,
  CASE WHEN coalesce(CAST(? AS VARCHAR), '') <> 'time-asc' THEN event_time END DESC NULLS LAST,
  event_id
OFFSET ? LIMIT ?
