import type { Connection } from '../../../shared/api/answers.ts';
import type { Input } from '../../../shared/api/contract.ts';

/** What to test a connection with that exists already. */
export function inputOfConnection(connection: Connection): Input<'connection.test'> {
  const { label, profile, roleArn, regions, endpointUrl } = connection;
  return {
    label,
    regions: [...regions],
    ...(profile !== null && { profile }),
    ...(roleArn !== null && { roleArn }),
    ...(endpointUrl !== null && { endpointUrl }),
  };
}

/** How a connection gets its credentials and where it goes, in words. */
export function credentialsInWords({ profile, roleArn, endpointUrl }: Connection): string {
  const base = profile === null ? 'default credential chain' : `profile ${profile}`;
  const role = roleArn === null ? '' : `, as ${roleArn}`;
  return `${base}${role}${endpointUrl === null ? '' : `, at ${endpointUrl}`}`;
}
