import type { Clients } from '../../aws/clients.ts';

/**
 * The Region to ask about a bill. Cost Explorer and Data Exports have one endpoint for each partition,
 * which the SDK finds by any Region of it (their endpoint rules); credentials of GovCloud or China are
 * none in us-east-1.
 */
export function endpointRegion({ connection }: Pick<Clients, 'connection'>): string {
  return connection.regions[0] ?? 'us-east-1';
}
