import SpaceBetween from '@cloudscape-design/components/space-between';
import type { AccessExplanation } from '../../../../shared/api/access-answers.ts';
import { PageLink } from '../../../components/page-link.tsx';
import { TabLink } from '../parts/tab-link.tsx';

interface ExplainLinksProps {
  readonly explanation: AccessExplanation;
}

/** Where to go on from one cell. */
export function ExplainLinks({
  explanation: { principalArn, modelId, routes },
}: ExplainLinksProps) {
  const way = routes[0];
  return (
    <SpaceBetween direction="horizontal" size="m">
      <PageLink to="/audit" query={{ principal: principalArn, model: modelId }}>
        Events
      </PageLink>
      <TabLink
        tab="preflight"
        filters={{ principal: principalArn, call: way?.called ?? modelId, at: way?.region ?? '' }}
      >
        Preflight
      </TabLink>
      <TabLink tab="unused" filters={{ principal: principalArn, model: '' }}>
        Least privilege
      </TabLink>
      <TabLink tab="what-can" filters={{ principal: principalArn, model: '' }}>
        All its models
      </TabLink>
      <TabLink tab="who-can" filters={{ model: modelId, principal: '' }}>
        Everybody who can
      </TabLink>
    </SpaceBetween>
  );
}
