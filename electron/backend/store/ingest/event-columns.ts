/** Request parameters that say what a call is about, beside the model; never texts of prompts. */
export const PARAMETERS = [
  'guardrailIdentifier',
  'guardrailVersion',
  'agentId',
  'agentAliasId',
  'knowledgeBaseId',
  'dataSourceId',
  'flowIdentifier',
  'promptIdentifier',
  'resourceArn',
  'userName',
  'serviceName',
  'credentialAgeDays',
  'policyArn',
  'policyId',
  'bucketName',
  'name',
  'productId',
  'modelUnits',
  'commitmentDuration',
  'bearerTokenType',
  'service_tier',
] as const;

/** Elements of a response that say what a call made, or how it ended. */
export const ELEMENTS = ['guardrailId', 'version', 'action', 'statusCode', 'status'] as const;

/** The fields of a CloudTrail record that are read, as a DuckDB type; all others are skipped. */
export const EVENT_RECORD = `STRUCT(
  eventID VARCHAR, eventTime VARCHAR, eventSource VARCHAR, eventName VARCHAR, eventType VARCHAR,
  awsRegion VARCHAR, recipientAccountId VARCHAR, sourceIPAddress VARCHAR, userAgent VARCHAR,
  errorCode VARCHAR, requestID VARCHAR, eventCategory VARCHAR, readOnly BOOLEAN,
  vpcEndpointId VARCHAR,
  userIdentity STRUCT(type VARCHAR, arn VARCHAR, accountId VARCHAR, accessKeyId VARCHAR,
    invokedBy VARCHAR, sessionContext STRUCT(sessionIssuer STRUCT(arn VARCHAR),
      attributes STRUCT(mfaAuthenticated VARCHAR), sourceIdentity VARCHAR), onBehalfOf STRUCT(userId VARCHAR)),
  requestParameters STRUCT(modelId VARCHAR, model VARCHAR, callWithBearerToken BOOLEAN,
    ${PARAMETERS.map((name) => `${name} VARCHAR`).join(', ')}),
  responseElements STRUCT(${ELEMENTS.map((name) => `${name} VARCHAR`).join(', ')}),
  additionalEventData STRUCT(inferenceRegion VARCHAR, callWithBearerToken BOOLEAN),
  tlsDetails STRUCT(tlsVersion VARCHAR, clientProvidedHostHeader VARCHAR),
  resources STRUCT(ARN VARCHAR)[], errorMessage VARCHAR, sessionCredentialFromConsole VARCHAR)`;

/**
 * A time as CloudTrail, Panther or a log shipper writes it (`Z`, an offset, a space for the `T`,
 * up to nine decimals) as a UTC timestamp; NULL when it is none.
 */
export function timeSql(text: string): string {
  return `CASE WHEN suffix(${text}, 'Z') THEN TRY_CAST(${text} AS TIMESTAMP)
    ELSE timezone('UTC', TRY_CAST(${text} AS TIMESTAMPTZ)) END`;
}

/** The last path segment of an ARN, or the id itself. */
export function modelKeySql(modelId: string): string {
  return `CASE WHEN contains(${modelId}, '/') THEN regexp_extract(${modelId}, '[^/]+$')
    ELSE ${modelId} END`;
}

/**
 * The role ARN of an assumed-role session (`arn:aws:sts::1:assumed-role/ROLE/SESSION`, which leaves
 * out the role's path), or the ARN as it is. `parts` is what `partsSql` made, once for a row.
 */
export function principalSql(arn: string, parts: string): string {
  return `CASE WHEN contains(${arn}, ':assumed-role/') THEN
    replace(${parts}[1], ':assumed-role', ':role').replace(':sts:', ':iam:') || '/' || ${parts}[2]
    ELSE ${arn} END`;
}

/** The session name of an assumed-role or federated-user ARN; NULL for others. */
export function sessionSql(arn: string, parts: string): string {
  return `CASE WHEN contains(${arn}, ':assumed-role/') THEN NULLIF(${parts}[3], '')
    WHEN contains(${arn}, ':federated-user/') THEN ${parts}[2] END`;
}

/** An ARN cut at its slashes, to be a column of its own below what reads it. */
export function partsSql(arn: string): string {
  return `string_split(${arn}, '/')`;
}

/** The column that `EVENT_COLUMNS` read beside a record `r`. */
export const EVENT_PARTS = `${partsSql('r.userIdentity.arn')} AS parts`;

/** An error message may quote what was sent: enough to recognise it, no more. */
const MESSAGE_CHARACTERS = 200;

const NUMBERS: ReadonlySet<string> = new Set(['credentialAgeDays', 'modelUnits']);

const MODEL_ID = `coalesce(r.requestParameters.modelId,
  CASE WHEN r.eventSource = 'bedrock-mantle.amazonaws.com' THEN r.requestParameters.model END)`;

/** Most events name one resource; a lambda over all rows would cost as much as reading the list. */
const RESOURCE_ARNS = `CASE WHEN len(r.resources) = 1 THEN r.resources[1].ARN
  WHEN len(r.resources) > 1 THEN
    NULLIF(array_to_string(list_transform(r.resources, lambda one: one.ARN), ' '), '') END`;

/**
 * The columns of `event_rows` after `file_id`, from a record `r` and its `EVENT_PARTS`. The issuer of a session names the
 * role with its path; a call that an AWS service made itself has that service as its principal.
 * Bearer tokens are told in additionalEventData by bedrock-runtime, in requestParameters by mantle.
 */
export const EVENT_COLUMNS = `
  r.eventID, ${timeSql('r.eventTime')}, CASE WHEN r IS NOT NULL THEN coalesce(r.eventSource, '') END,
  coalesce(r.eventName, r.eventType, ''), coalesce(r.recipientAccountId, r.userIdentity.accountId),
  r.awsRegion,
  coalesce(r.userIdentity.sessionContext.sessionIssuer.arn, ${principalSql('r.userIdentity.arn', 'parts')},
    r.userIdentity.invokedBy),
  r.userIdentity.type, ${sessionSql('r.userIdentity.arn', 'parts')}, r.userIdentity.accessKeyId,
  r.sourceIPAddress, r.userAgent, ${MODEL_ID}, ${modelKeySql(MODEL_ID)},
  r.additionalEventData.inferenceRegion,
  coalesce(r.additionalEventData.callWithBearerToken, r.requestParameters.callWithBearerToken),
  r.vpcEndpointId, r.errorCode, r.requestID, r.eventCategory, r.readOnly,
  CASE WHEN r.errorMessage IS NOT NULL THEN left(r.errorMessage, ${MESSAGE_CHARACTERS}) END,
  r.userIdentity.invokedBy, r.userIdentity.onBehalfOf.userId,
  ${flag('r.userIdentity.sessionContext.attributes.mfaAuthenticated')},
  ${flag('r.sessionCredentialFromConsole')}, r.tlsDetails.tlsVersion,
  r.tlsDetails.clientProvidedHostHeader,
  ${RESOURCE_ARNS},
  coalesce(r.requestParameters.guardrailIdentifier, r.responseElements.guardrailId),
  coalesce(r.requestParameters.guardrailVersion, r.responseElements.version),
  ${PARAMETERS.slice(2)
    .map((name) => (NUMBERS.has(name) ? integer(name) : `r.requestParameters.${name}`))
    .join(', ')},
  r.responseElements.action, TRY_CAST(r.responseElements.statusCode AS INTEGER),
  r.responseElements.status, r.userIdentity.sessionContext.sourceIdentity`;

/** A flag that AWS writes as text, other tools as a boolean; faster than a cast that may fail. */
function flag(text: string): string {
  return `CASE ${text} WHEN 'true' THEN true WHEN 'false' THEN false END`;
}

function integer(name: string): string {
  return `TRY_CAST(r.requestParameters.${name} AS INTEGER)`;
}
