import ExpandableSection from '@cloudscape-design/components/expandable-section';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { RouteProof } from '../../../../shared/api/access-answers.ts';
import { BreakableWords } from '../../../components/breakable.tsx';
import { Empty } from '../../../components/states.tsx';
import { shortArn } from '../../../format.ts';
import { DecisionBadge } from '../parts/decision-badge.tsx';
import { PartProofView } from './part-proof.tsx';
import { ROUTE_WORDS } from './proof-words.ts';

/** The ways to call a model, the best first, each with its proof. */
export function RouteList({ routes }: { readonly routes: readonly RouteProof[] }) {
  if (routes.length === 0) {
    return <Empty title="No Region of the account offers this model" />;
  }
  return (
    <SpaceBetween size="xs">
      {routes.map((route, index) => (
        <ExpandableSection
          key={route.id}
          defaultExpanded={index === 0}
          headerText={`${shortArn(route.called)} in ${route.region}`}
          headerDescription={ROUTE_WORDS[route.kind]}
          headerActions={<DecisionBadge decision={route.decision} />}
        >
          <RouteProofView route={route} />
        </ExpandableSection>
      ))}
    </SpaceBetween>
  );
}

/** One way: why it is open or not, and every resource of the call. */
export function RouteProofView({ route }: { readonly route: RouteProof }) {
  return (
    <SpaceBetween size="s">
      <BreakableWords text={route.reason} />
      {route.parts.map((part) => (
        <PartProofView key={`${part.role} ${part.resource} ${part.requestedRegion}`} part={part} />
      ))}
    </SpaceBetween>
  );
}
