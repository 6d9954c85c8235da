import { expect, test } from 'vitest';
import { readWsdl } from '../../../../lib/scan/read/wsdl.ts';

const service = (address: string) =>
  `<?xml version="1.0" encoding="utf-8"?>\n<wsdl:definitions xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" targetNamespace="urn:orders"><wsdl:service name="Orders"><wsdl:port name="a" binding="b">${address}</wsdl:port></wsdl:service></wsdl:definitions>`;

test('the addresses of the ports are where the service is called', () => {
  const ports =
    '<soap:address location="https://api.acme.com/orders.asmx" /><soap12:address location="https://api.acme.com/orders.asmx" />';
  expect(readWsdl(service(ports))).toEqual(['https://api.acme.com/orders.asmx']);
  expect(
    readWsdl(
      `<description xmlns="http://www.w3.org/ns/wsdl"><service><endpoint name="e" binding="b" address='https://api.acme.com/v2' /></service></description>`,
    ),
  ).toEqual(['https://api.acme.com/v2']);
});

test('a description without a service names none, and other documents are none', () => {
  expect(readWsdl(service(''))).toEqual([]);
  for (const text of [
    '',
    '<definitions id="d" xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"></definitions>',
    '<html><body>wsdl:definitions xmlns="http://schemas.xmlsoap.org/wsdl/"</body></html>',
  ])
    expect(readWsdl(text)).toBeNull();
});

test('a document of a megabyte of ports ends', () => {
  expect(readWsdl(service('<soap:address location="https://api.acme.com/'.repeat(30_000)))).toEqual([]);
});
