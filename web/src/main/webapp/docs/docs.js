// Shows the server's OpenAPI document. Requests from this page go to this server, with the login of the browser.
window.addEventListener('load', () => {
  SwaggerUIBundle({
    url: '/openapi?format=JSON',
    dom_id: '#api',
    deepLinking: true,
    docExpansion: 'list',
    tryItOutEnabled: true,
    validatorUrl: null,
    requestInterceptor: (request) => {
      if (request.loadSpec) {
        request.headers.Accept = 'application/json';
      }
      return request;
    },
  });
});
