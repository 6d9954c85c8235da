# Programs register themselves (RFC 7591 section 3). Put your own limit per address in front.
class MachineRegistrationsController < ActionController::API
  # The body is read here, so that a broken one gets an answer of this endpoint.
  wrap_parameters false

  def create
    metadata = JSON.parse(request.raw_post)
    return refuse('The body is not a JSON object.') unless metadata.is_a?(Hash)

    name = metadata.fetch('client_name', 'unnamed')
    grants = metadata.fetch('grant_types', ['client_credentials'])
    return refuse('client_name is a text of at most 100 characters.') unless name.is_a?(String) && name.length <= 100
    return refuse('Send grant_types ["client_credentials"].') unless grants.is_a?(Array) && (grants - ['client_credentials']).empty?

    register(name)
  rescue JSON::ParserError
    refuse('The body is not a JSON object.')
  end

  private

  def register(name)
    id, secret = MachineClients.create(name)
    response.headers['Cache-Control'] = 'no-store'
    render status: :created, json: {
      client_id: id, client_secret: secret, client_id_issued_at: Time.now.to_i, client_secret_expires_at: 0,
      client_name: name, grant_types: ['client_credentials'], token_endpoint_auth_method: 'client_secret_basic',
      scope: MachineClients::KNOWN_SCOPES.join(' ')
    }
  end

  def refuse(description)
    render json: { error: 'invalid_client_metadata', error_description: description }, status: :bad_request
  end
end
