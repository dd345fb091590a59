import ExpandableSection from '@cloudscape-design/components/expandable-section';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { countOf } from '../format.ts';

/** What a reader must know of figures; folded, so that what they lead to stays on the first screen. */
export function FoldedNotes({ notes }: { readonly notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <ExpandableSection headerText={`${countOf(notes.length, 'note')} on these figures`}>
      {[...new Set(notes)].map((note) => (
        <div key={note}>
          <StatusIndicator type="info" wrapText>
            {note}
          </StatusIndicator>
        </div>
      ))}
    </ExpandableSection>
  );
}
