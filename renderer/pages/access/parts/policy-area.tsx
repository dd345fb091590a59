import FormField from '@cloudscape-design/components/form-field';
import Textarea from '@cloudscape-design/components/textarea';
import { type Ref, useImperativeHandle, useRef } from 'react';
import { lineRange } from '../lint/lint-words.ts';

/** What a page may do with the text of a policy. */
export interface PolicyAreaRef {
  /** Marks a line, counted from 1, and brings it into view. */
  showLine(line: number): void;
}

interface PolicyAreaProps {
  readonly ref?: Ref<PolicyAreaRef>;
  readonly label: string;
  readonly description?: string;
  readonly placeholder?: string;
  readonly value: string;
  readonly disabled?: boolean;
  readonly rows?: number;
  readonly onChange: (text: string) => void;
}

/** A policy to be typed or pasted. */
export function PolicyArea(props: PolicyAreaProps) {
  const { ref, label, description, placeholder, value, disabled, rows = 14, onChange } = props;
  const place = useRef<HTMLDivElement>(null);
  useImperativeHandle(ref, () => ({
    showLine(line) {
      const area = place.current?.querySelector('textarea');
      if (area === null || area === undefined) return;
      const { from, to } = lineRange(area.value, line);
      area.focus();
      area.setSelectionRange(from, to);
      const lineHeight = area.scrollHeight / Math.max(1, area.value.split('\n').length);
      area.scrollTop = Math.max(0, (line - 4) * lineHeight);
    },
  }));
  return (
    <div ref={place} className="policy-text">
      <FormField label={label} description={description} stretch>
        <Textarea
          value={value}
          rows={rows}
          spellcheck={false}
          disabled={disabled === true}
          placeholder={placeholder ?? ''}
          onChange={({ detail }) => onChange(detail.value)}
        />
      </FormField>
    </div>
  );
}
