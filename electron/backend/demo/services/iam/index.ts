import { awsQuery } from '../../protocols/aws-query.ts';
import { QUERY_CODES } from '../../protocols/fault-codes.ts';
import { textsOf } from '../../protocols/input.ts';
import type { XmlValue } from '../../protocols/xml.ts';
import { type Call, operations, type Service } from '../../service.ts';
import { invalidInput } from '../../wire-fault.ts';
import type { World } from '../../world/world.ts';
import { authorizationDetails, type DetailKind, type IamDetail } from './iam-details.ts';
import { iamPage } from './iam-page.ts';
import { keyOperations } from './keys.ts';
import { lastAccessedOperations } from './last-accessed.ts';
import { principalIds } from './principal-ids.ts';

const LISTS: Readonly<Record<DetailKind, string>> = {
  User: 'UserDetailList',
  Group: 'GroupDetailList',
  Role: 'RoleDetailList',
  LocalManagedPolicy: 'Policies',
  AWSManagedPolicy: 'Policies',
};

/**
 * AWS Identity and Access Management; it answers whatever Region signs the request. `clock` is
 * monotonic milliseconds, by which reports become ready.
 */
export function iamService(world: World, clock: () => number): Service {
  const protocol = awsQuery({
    namespace: 'https://iam.amazonaws.com/doc/2010-05-08/',
    codes: { ...QUERY_CODES, internal: { code: 'ServiceFailure', status: 500 } },
  });
  const idOf = principalIds(world);
  return {
    name: 'iam',
    regional: false,
    operations: new Map([
      ...operations({
        GetAccountAuthorizationDetails: {
          action: 'iam:GetAccountAuthorizationDetails',
          resource: () => '*',
          run: (call) => getAccountAuthorizationDetails(call, idOf),
        },
      }),
      ...keyOperations,
      ...lastAccessedOperations(clock),
    ]),
    protocol: () => protocol,
  };
}

function getAccountAuthorizationDetails(call: Call, idOf: (arn: string) => string): object {
  const { world, identity, input } = call;
  const details = authorizationOf(world, identity.accountId, idOf);
  const filter = readFilter(textsOf(input, 'Filter'));
  const asked = details.filter((detail) => filter.length === 0 || filter.includes(detail.kind));
  const { items, IsTruncated, Marker } = iamPage(call, asked);
  return { IsTruncated, ...listed(items), Marker };
}

function authorizationOf(world: World, accountId: string, idOf: (arn: string) => string) {
  const account = world.accounts.find((one) => one.accountId === accountId);
  return account === undefined ? [] : authorizationDetails(account.authorization, idOf);
}

function readFilter(filter: readonly string[]): readonly string[] {
  const unknown = filter.find((kind) => !(kind in LISTS));
  if (unknown === undefined) return filter;
  const kinds = Object.keys(LISTS).join(', ');
  throw invalidInput(`Value '${unknown}' at 'filter' must be one of [${kinds}]`);
}

/** Every list is present, as AWS sends it, also when it is empty. */
function listed(details: readonly IamDetail[]): Record<string, XmlValue> {
  const lists: Record<string, XmlValue[]> = Object.fromEntries(
    Object.values(LISTS).map((list) => [list, []]),
  );
  for (const detail of details) lists[LISTS[detail.kind]]?.push(detail.members);
  return lists;
}
