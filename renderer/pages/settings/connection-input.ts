import type { Connection } from '../../../shared/api/answers.ts';
import type { Input } from '../../../shared/api/contract.ts';

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

/** How a connection gets its credentials and where it goes, in words. */
export function credentialsInWords(connection: Connection): string {
  const { profile, roleArn, endpointUrl, organization } = connection;
  const base = profile === null ? 'default credential chain' : `profile ${profile}`;
  const role = roleArn === null ? '' : `, as ${roleArn}`;
  const others = organization === null ? '' : `, elsewhere as ${organization.rolePattern}`;
  return `${base}${role}${others}${endpointUrl === null ? '' : `, at ${endpointUrl}`}`;
}
