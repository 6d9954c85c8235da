/** Text of a target on a terminal: control and bidirectional characters would be commands, so they are shown as a mark. */
export const printable = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '�');
