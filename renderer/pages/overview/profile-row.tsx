import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { Profile } from '../../../shared/api/answers.ts';
import type { Input } from '../../../shared/api/contract.ts';
import { useScan } from '../../components/use-action.ts';
import { useCall } from '../../queries/use-call.ts';

/** Where a profile without a Region is asked who it is; more Regions are chosen in Settings. */
const FIRST_REGION = 'us-east-1';

/** A profile of this machine: tested with one call, then connected and scanned. */
export function ProfileRow({ profile }: { readonly profile: Profile }) {
  const test = useCall('connection.test');
  const add = useCall('connection.add', { changes: 'all' });
  const scan = useScan();
  const input = connectionOf(profile);
  const error = test.error ?? add.error;
  return (
    <div>
      <SpaceBetween direction="horizontal" size="s" alignItems="center">
        <span>
          {profile.name} <Box variant="small">{input.regions[0]}</Box>
        </span>
        {test.data === undefined ? (
          <Button
            variant="inline-link"
            ariaLabel={`Test ${profile.name}`}
            loading={test.isPending}
            onClick={() => test.mutate(input)}
          >
            Test
          </Button>
        ) : (
          <Button
            ariaLabel={`Connect ${profile.name} and scan`}
            loading={add.isPending}
            onClick={() => add.mutate(input, { onSuccess: scan.run })}
          >
            Connect and scan
          </Button>
        )}
      </SpaceBetween>
      {test.data === undefined ? null : (
        <StatusIndicator type="success" wrapText>
          {test.data.arn}
        </StatusIndicator>
      )}
      {error === null ? null : (
        <StatusIndicator type="error" wrapText>
          {error.message}
        </StatusIndicator>
      )}
    </div>
  );
}

function connectionOf({ name, region, endpointUrl }: Profile): Input<'connection.add'> {
  const place = endpointUrl === null ? {} : { endpointUrl };
  return { label: name, profile: name, regions: [region ?? FIRST_REGION], ...place };
}
