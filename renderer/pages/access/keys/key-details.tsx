import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ApiKeyRow } from '../../../../shared/api/access-answers.ts';
import { Breakable } from '../../../components/breakable.tsx';
import { PageLink } from '../../../components/page-link.tsx';
import { When } from '../../../components/when.tsx';
import { exactCount } from '../../../format.ts';
import { DecisionBadge } from '../parts/decision-badge.tsx';
import { TabLink } from '../parts/tab-link.tsx';
import { Expiry } from './key-columns.tsx';
import { modelsWords, servicesWords } from './key-words.ts';

/** All that is known of one key, and what its owner may do. */
export function KeyDetails({ row }: { readonly row: ApiKeyRow }) {
  const { ownerArn, credentialId, createdAt, createdBy, lastUsedAt } = row;
  return (
    <SpaceBetween size="m">
      <SpaceBetween direction="horizontal" size="m">
        <PageLink to="/audit" query={{ principal: ownerArn }}>
          Events
        </PageLink>
        <TabLink tab="what-can" filters={{ principal: ownerArn, model: '' }}>
          Models of the owner
        </TabLink>
        <TabLink tab="unused" filters={{ principal: ownerArn, model: '' }}>
          Least privilege
        </TabLink>
      </SpaceBetween>
      <KeyValuePairs
        columns={2}
        items={[
          { label: 'Owner', value: <Breakable text={ownerArn} /> },
          {
            label: 'User made for the key',
            value: row.madeForKey ? 'Yes: nobody else uses it' : 'No',
          },
          { label: 'Credential', value: credentialId ?? 'AWS does not list short-term keys' },
          { label: 'Status', value: `${row.status}, ${row.kind}` },
          {
            label: 'Created by',
            value: createdBy === null ? 'No event tells' : <Breakable text={createdBy} />,
          },
          { label: 'Created', value: createdAt === null ? 'Not known' : <When at={createdAt} /> },
          { label: 'Expires', value: <Expiry row={row} /> },
          {
            label: 'Last use',
            value: lastUsedAt === null ? 'No event shows one' : <When at={lastUsedAt} />,
          },
          { label: 'Calls in the window', value: exactCount(row.calls) },
          {
            label: 'Models it opens',
            value: row.usable ? modelsWords(row) : 'None: AWS takes this key no more',
          },
          {
            label: 'Bearer calls, bedrock-runtime',
            value: <DecisionBadge decision={row.bearer.runtime} />,
          },
          {
            label: 'Bearer calls, bedrock-mantle',
            value: <DecisionBadge decision={row.bearer.mantle} />,
          },
          {
            label: 'What the owner may do beside Bedrock',
            value: servicesWords(row) || 'Nothing that was read',
          },
          { label: 'Other credentials', value: row.otherCredentials.join(', ') || 'None' },
        ]}
      />
    </SpaceBetween>
  );
}
