import { awsJson } from '../../protocols/aws-json.ts';
import { JSON_CODES } from '../../protocols/fault-codes.ts';
import { requiredText, textsOf } from '../../protocols/input.ts';
import { type Call, operations, type Service } from '../../service.ts';
import { invalidInput, WireFault } from '../../wire-fault.ts';
import type {
  WorldCollection,
  WorldSecurityPolicy,
} from '../../world/surroundings/surroundings-world.ts';
import { listPage } from '../list-page.ts';

const PAGING = { size: 'maxResults', token: 'nextToken', usual: 20, most: 100 };
/** The most ids or names of one BatchGetCollection. */
const BATCH = 100;
/** Milliseconds; when every collection and policy was made. */
const MADE_AT = 1_771_420_000_000;

/** Amazon OpenSearch Serverless: collections and their security policies. */
export function searchServerlessService(): Service {
  const protocol = awsJson({
    version: '1.0',
    codes: { ...JSON_CODES, internal: { code: 'InternalServerException', status: 500 } },
  });
  return {
    name: 'aoss',
    regional: true,
    operations: operations({
      BatchGetCollection: { action: 'aoss:BatchGetCollection', run: batchGetCollection },
      ListSecurityPolicies: { action: 'aoss:ListSecurityPolicies', run: listSecurityPolicies },
      GetSecurityPolicy: { action: 'aoss:GetSecurityPolicy', run: getSecurityPolicy },
    }),
    protocol: () => protocol,
  };
}

function batchGetCollection(call: Call): object {
  const ids = textsOf(call.input, 'ids');
  const names = textsOf(call.input, 'names');
  if ((ids.length === 0) === (names.length === 0)) {
    throw invalidInput('You must provide either ids or names, and not both.');
  }
  if (ids.length + names.length > BATCH) throw invalidInput('At most 100 collections at a time.');
  const all = call.world.collections(call.identity.accountId, call.region);
  const found = all.filter((one) => ids.includes(idOf(one)) || names.includes(one.name));
  const missing = [
    ...ids.filter((id) => found.every((one) => idOf(one) !== id)).map((id) => ({ id })),
    ...names.filter((name) => found.every((one) => one.name !== name)).map((name) => ({ name })),
  ];
  return {
    collectionDetails: found.map((one) => detail(call, one)),
    collectionErrorDetails: missing.map((one) => ({
      ...one,
      errorCode: 'NOT_FOUND',
      errorMessage: 'The specified Collection is not found.',
    })),
  };
}

function detail(call: Call, collection: WorldCollection): object {
  const host = `https://${idOf(collection)}.${call.region}.aoss.amazonaws.com`;
  return {
    id: idOf(collection),
    name: collection.name,
    status: 'ACTIVE',
    type: 'VECTORSEARCH',
    arn: collection.collectionArn,
    kmsKeyArn: collection.kmsKeyArn ?? 'auto',
    standbyReplicas: 'ENABLED',
    createdDate: MADE_AT,
    lastModifiedDate: MADE_AT,
    collectionEndpoint: host,
    dashboardEndpoint: `${host}/_dashboards`,
  };
}

function listSecurityPolicies(call: Call): object {
  const type = policyType(call);
  const resources = textsOf(call.input, 'resource');
  const found = call.world
    .securityPolicies(call.identity.accountId, call.region)
    .filter((policy) => policy.type === type)
    .filter((policy) => resources.length === 0 || resources.some((one) => concerns(policy, one)));
  const { items, next } = listPage(call, found, PAGING);
  return { securityPolicySummaries: items.map(summary), nextToken: next };
}

function getSecurityPolicy(call: Call): object {
  const type = policyType(call);
  const name = requiredText(call.input, 'name');
  const found = call.world
    .securityPolicies(call.identity.accountId, call.region)
    .find((policy) => policy.type === type && policy.name === name);
  if (found === undefined) {
    const text = `Policy with name ${name} and type ${type} is not found`;
    throw new WireFault('ResourceNotFoundException', 400, text);
  }
  return { securityPolicyDetail: { ...summary(found), policy: found.document } };
}

function policyType(call: Call): string {
  const type = requiredText(call.input, 'type');
  if (type === 'encryption' || type === 'network') return type;
  throw invalidInput(
    `1 validation error detected: Value '${type}' at 'type' failed to satisfy constraint: Member must satisfy enum value set: [encryption, network]`,
  );
}

function summary({ type, name }: WorldSecurityPolicy): object {
  return {
    type,
    name,
    policyVersion: 'MTc3MTQyMDAwMDAwMF8x',
    createdDate: MADE_AT,
    lastModifiedDate: MADE_AT,
  };
}

/** Whether a policy has a rule for a resource, `collection/NAME` or with a `*` at its end. */
function concerns({ document }: WorldSecurityPolicy, resource: string): boolean {
  const named = JSON.stringify(document).match(/collection\/[^"]*/g) ?? [];
  return named.some((one) =>
    one.endsWith('*') ? resource.startsWith(one.slice(0, -1)) : one === resource,
  );
}

function idOf({ collectionArn }: WorldCollection): string {
  return collectionArn.split('/')[1] ?? '';
}
