import type { Connection } from '../../../shared/api/answers.ts';
import type { Input } from '../../../shared/api/contract.ts';
import { countOf } from '../../format.ts';

/** What to test a connection with that exists already. */
export function inputOfConnection(connection: Connection): Input<'connection.test'> {
  const { label, profile, roleArn, regions, endpointUrl, organization } = connection;
  return {
    label,
    regions: [...regions],
    ...(profile !== null && { profile }),
    ...(roleArn !== null && { roleArn }),
    ...(endpointUrl !== null && { endpointUrl }),
    ...(organization !== null && { organizationRole: organization.rolePattern }),
  };
}

/** How a connection gets its credentials and where it goes, in words; those of the demo are its own. */
export function credentialsInWords(connection: Connection, demo = false): string {
  const { profile, roleArn, endpointUrl, organization } = connection;
  const chain = demo ? 'made for the demo, of no use to AWS' : 'default credential chain';
  const base = profile === null ? chain : `profile ${profile}`;
  const role = roleArn === null ? '' : `, as ${roleArn}`;
  const others = organization === null ? '' : `, elsewhere as ${organization.rolePattern}`;
  return `${base}${role}${others}${endpointUrl === null ? '' : `, at ${endpointUrl}`}`;
}

/** Which accounts a connection reads, as far as known. */
export function accountWords({ accountId, organization }: Connection): string {
  if (organization === null) return accountId ?? 'not tested yet';
  const { length } = organization.accounts;
  if (length === 0) return `${accountId ?? 'not tested yet'}, organisation not listed yet`;
  return countOf(length, 'account');
}

/** The accounts of an organisation with their names, one a line. */
export function accountTitle({ accountId, organization }: Connection): string {
  const accounts = organization?.accounts ?? [];
  if (accounts.length === 0) return accountId ?? '';
  return accounts.map((account) => `${account.accountId} ${account.name}`.trim()).join('\n');
}
