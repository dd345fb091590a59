import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { LeastPrivilegeProof } from '../../../../shared/api/access-answers.ts';
import { BreakableWords } from '../../../components/breakable.tsx';
import { countOf, exactCount } from '../../../format.ts';

/** What was tried with the policy: every call that was seen, and the whole catalogue. */
export function PolicyProof({ proof }: { readonly proof: LeastPrivilegeProof }) {
  const { observedCalls, observedKinds, notAllowed, catalogueRoutes, deniedRoutes } = proof;
  const seen = `${countOf(observedCalls, 'call')} of ${countOf(observedKinds, 'kind')}`;
  return (
    <ul className="proof" aria-label="Proof">
      <li>
        {notAllowed.length === 0 ? (
          <StatusIndicator type={observedCalls === 0 ? 'info' : 'success'} wrapText>
            {observedCalls === 0 ? 'No call was seen: it allows none.' : `Allows all ${seen}.`}
          </StatusIndicator>
        ) : (
          <StatusIndicator type="error" wrapText>
            Of {seen} it does not allow {exactCount(notAllowed.length)}: {notAllowed.join('; ')}
          </StatusIndicator>
        )}
      </li>
      <li>
        <StatusIndicator type="success" wrapText>
          Denies {exactCount(deniedRoutes)} of {countOf(catalogueRoutes, 'way')} into models.
        </StatusIndicator>
      </li>
      {proof.alsoAllowed.length === 0 ? null : (
        <li>
          <StatusIndicator type="warning" wrapText>
            Allows {countOf(proof.alsoAllowed.length, 'way')} that was never used.
          </StatusIndicator>
          <details className="proof-json">
            <summary>Which, and why</summary>
            {proof.alsoAllowed.map((way) => (
              <div key={way}>
                <BreakableWords text={way} />
              </div>
            ))}
          </details>
        </li>
      )}
    </ul>
  );
}
