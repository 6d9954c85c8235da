import type { Metadata } from 'next';
import { KeyForm } from '@/components/key-form.tsx';
import { PageHead } from '@/components/knowledge/page-head.tsx';
import { Paragraphs } from '@/components/knowledge/rich.tsx';
import { Copyable } from '@/components/knowledge/wire.tsx';
import { Section } from '@/components/report/section.tsx';
import { siteOrigin } from '../site-origin.ts';
import { makeKey } from './actions.ts';

export const metadata: Metadata = {
  title: 'API keys',
  description: 'Make an API key at once, without an account, and use it as a bearer token.',
  alternates: { canonical: '/keys' },
};

export default function Keys() {
  const origin = siteOrigin();
  return (
    <>
      <PageHead
        title="An API key, at once"
        lead="No account, no approval, no waiting. A program gets one just as well, with one request."
      />
      <Section id="make" title="Make a key">
        <KeyForm action={makeKey} />
      </Section>
      <Section id="use" title="Use it">
        <Paragraphs
          texts={[
            'Send it as `Authorization: Bearer`. It may ask for scans, and read and cancel its own. A key that is not used within a day is forgotten; one that is used is valid for 90 days.',
            'We keep only a hash of it. If it is lost or leaks, replace or revoke it:',
          ]}
        />
        <div className="grid grid-cols-[minmax(0,1fr)] gap-y-5">
          <Copyable title="Whose key it is" text={`curl ${origin}/api/v1/me -H "authorization: Bearer $KEY"`} />
          <Copyable title="Replace it" text={`curl -X PUT ${origin}/api/v1/keys -H "authorization: Bearer $KEY"`} />
          <Copyable title="Revoke it" text={`curl -X DELETE ${origin}/api/v1/me -H "authorization: Bearer $KEY"`} />
        </div>
      </Section>
    </>
  );
}
