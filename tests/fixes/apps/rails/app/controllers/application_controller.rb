class ApplicationController < ActionController::Base
  skip_forgery_protection

  private

  def require_login
    case Site.guard
    when 'key'
      render json: { message: 'The X-API-Key header is missing' }, status: :forbidden unless request.headers['X-API-Key'] == 'key-of-ann'
    when 'oauth', 'bare'
      unless Site.of_people?(request.headers['Authorization'])
        response.headers['WWW-Authenticate'] = 'Bearer realm="orders"'
        render json: { error: 'unauthorized', error_description: 'A token is needed.' }, status: :unauthorized
      end
    else
      redirect_to '/login' unless session[:name] == 'ann'
    end
  end
end
