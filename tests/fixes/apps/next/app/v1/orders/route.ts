export async function GET(request: Request): Promise<Response> {
  // ---- after the guard
  return Response.json({ orders: [{ id: request.url === '' ? 0 : 1 }] });
}
