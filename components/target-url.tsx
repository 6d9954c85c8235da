/** An address that came from a target: a link only when it is http or https, and one that vouches for nothing. */

export function TargetUrl({ url }: { url: string }) {
  const safe = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
  const className = 'font-mono text-[0.9em] break-all';
  if (!safe) return <span className={className}>{url}</span>;
  return (
    <a href={url} rel="nofollow noopener noreferrer ugc" target="_blank" className={`link ${className}`}>
      {url}
    </a>
  );
}
